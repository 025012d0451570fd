#!/usr/bin/env node
// Plain old JavaScript, so that any Node can read it and say what is wrong. The program is ../src/main.ts.
'use strict'

var childProcess = require('child_process')
var fs = require('fs')
var path = require('path')

var NEEDED = 24

function isNewEnough() {
  return parseInt(process.versions.node, 10) >= NEEDED
}

// The `node` package of this project or of a folder above it; null when `npm ci` has not run.
function findInstalledNode(folder) {
  var name = process.platform === 'win32' ? 'node.exe' : 'node'
  var candidate = path.join(folder, 'node_modules', 'node', 'bin', name)
  if (fs.existsSync(candidate)) return candidate
  var parent = path.dirname(folder)
  return parent === folder ? null : findInstalledNode(parent)
}

function runWith(node) {
  var options = {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { AFTERGLOW_REEXECUTED: '1' }),
  }
  var args = process.execArgv.concat([__filename], process.argv.slice(2))
  var result = childProcess.spawnSync(node, args, options)
  if (result.error) return explain()
  if (result.signal) process.kill(process.pid, result.signal)
  process.exit(result.status === null ? 1 : result.status)
}

function explain() {
  console.error(
    'afterglow: found Node ' +
      process.versions.node +
      ', needs Node ' +
      NEEDED +
      ' or newer.\n' +
      'Run `npm ci` in the project folder (it installs Node ' +
      NEEDED +
      ' there), then try again.',
  )
  process.exit(2)
}

function start() {
  if (isNewEnough()) return require('./load.js')('../src/main.ts')
  // A second round means that the installed Node is too old as well: stop there.
  var node = process.env.AFTERGLOW_REEXECUTED ? null : findInstalledNode(__dirname)
  if (node) return runWith(node)
  explain()
}

start()
