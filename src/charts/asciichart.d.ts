declare module 'asciichart' {
  type PlotConfig = {
    readonly min?: number;
    readonly max?: number;
    readonly height?: number;
    readonly offset?: number;
    readonly format?: (value: number, index: number) => string;
    readonly symbols?: readonly string[];
  };
  /** Draw one series, a character per value, as `height` + 1 lines joined by line breaks. */
  export function plot(series: readonly number[], config?: PlotConfig): string;
}
