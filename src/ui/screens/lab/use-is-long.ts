import {useEffect, useState} from 'react';

// A run that ends sooner never shows its steps: they would only flicker.
const quietMs = 250;

/** Whether the job that runs has taken longer than a blink. */
export function useIsLong(job: number | null): boolean {
  const [long, setLong] = useState<number | null>(null);
  useEffect(() => {
    if (job === null) return;
    const timer = setTimeout(() => setLong(job), quietMs);
    return () => clearTimeout(timer);
  }, [job]);
  return job !== null && long === job;
}
