// An old Node cannot read the TypeScript that follows; say so in words.
'use strict'

if (parseInt(process.versions.node, 10) < 24) {
  console.error(
    'Found Node ' +
      process.versions.node +
      ', needs 24 or newer. `npm ci` installs it here, unless ' +
      'install scripts are switched off (--ignore-scripts): run `npm ci` without that.',
  )
  process.exit(2)
}
