// Makes a program's pipes look like a terminal, so that what it paints can be timed without one.
const {BENCH_COLUMNS = '120', BENCH_ROWS = '40'} = process.env;
for (const stream of [process.stdout, process.stderr]) {
  Object.assign(stream, {
    isTTY: true,
    columns: Number(BENCH_COLUMNS),
    rows: Number(BENCH_ROWS),
    getColorDepth: () => 24,
    hasColors: () => true,
    getWindowSize: () => [Number(BENCH_COLUMNS), Number(BENCH_ROWS)],
  });
}
Object.assign(process.stdin, {isTTY: true, setRawMode: () => process.stdin});
