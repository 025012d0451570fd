// Apart from afterglow.js, because a very old Node cannot even parse `import()`.
'use strict'

module.exports = function load(file) {
  return import(file)
}
