/** Stands in for packages that danfojs-node names but this project never reaches: files, the web and plots. */
module.exports = {};
