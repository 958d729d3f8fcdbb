import type {Route} from './route.ts';

/** A place one went to; its screen lives as long as the visit, whatever is opened on top. */
export type Visit = {readonly id: number; readonly route: Route};
/** The places behind the one that is shown, and it as the last. */
export type History = {readonly visits: readonly Visit[]; readonly lastId: number};

/** A step from place to place. */
export type Move =
  | {readonly type: 'open' | 'replace'; readonly route: Route}
  | {readonly type: 'back'}
  | {readonly type: 'home'};

/** A history that begins at the map, with another place open on it if one is asked for. */
export function startHistory(route: Route): History {
  const start: History = {visits: [{id: 0, route: {screen: 'home'}}], lastId: 0};
  return route.screen === 'home' ? start : moveTo(start, {type: 'open', route});
}

/** The place that is shown. */
export function topOf(history: History): Visit {
  return history.visits.at(-1)!;
}

/**
 * Go from place to place. A place that is open already is gone back to, as it was left, so that going round in circles
 * does not pile up visits; only when another spot of it is asked for, it is opened anew.
 */
export function moveTo(history: History, move: Move): History {
  const {visits, lastId} = history;
  switch (move.type) {
    case 'back':
      return visits.length > 1 ? {...history, visits: visits.slice(0, -1)} : history;
    case 'home':
      return {...history, visits: visits.slice(0, 1)};
    case 'open':
    case 'replace': {
      const fresh = {id: lastId + 1, route: move.route};
      const known = visits.findIndex(visit => placeOf(visit.route) === placeOf(move.route));
      if (known >= 0) {
        const asItWas = !hasSpot(move.route);
        const behind = visits.slice(0, known);
        return {visits: [...behind, asItWas ? visits[known]! : fresh], lastId: fresh.id};
      }
      const behind = move.type === 'replace' && visits.length > 1 ? visits.slice(0, -1) : visits;
      return {visits: [...behind, fresh], lastId: fresh.id};
    }
  }
}

/** What makes two routes the same place: the screen and what it is about, but not the spot in it. */
export function placeOf(route: Route): string {
  const subject = 'lesson' in route ? route.lesson : 'kind' in route ? route.kind : '';
  return `${route.screen}/${subject}`;
}

function hasSpot(route: Route): boolean {
  const spots = ['section', 'page', 'task', 'term', 'recipe'];
  return spots.some(spot => (route as {readonly [name: string]: unknown})[spot] !== undefined);
}
