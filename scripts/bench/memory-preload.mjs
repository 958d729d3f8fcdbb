// Says at the end how much memory a program held at most, all its threads together, in kilobytes.
process.on('exit', () => process.stderr.write(`peak memory: ${process.resourceUsage().maxRSS}\n`));
