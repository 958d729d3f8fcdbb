type Statistic = (...values: readonly unknown[]) => number;

export const mean: Statistic;
export const median: Statistic;
export const variance: Statistic;
export const std: Statistic;
export function mode<T>(values: readonly T[]): T[];
