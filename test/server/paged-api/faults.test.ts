import {expect, test} from 'vitest';
import {parseFault} from '../../../src/server/paged-api/faults.ts';

test('a fault is read as a page, what goes wrong there, and how often', () => {
  expect(parseFault('3:half')).toEqual({page: 3, kind: 'half', times: 1});
  expect(parseFault('12:server_error:2')).toEqual({page: 12, kind: 'server_error', times: 2});
});

test.each(['', '3', '0:half', '3:explode', '3:half:0', '3:half:two', 'x:slow', '3:half:1:1'])(
  '`%s` plants no fault, and is told what would',
  text => {
    expect(() => parseFault(text)).toThrow(
      expect.objectContaining({code: 'bad_usage', hint: expect.stringContaining('too_many_requests')}),
    );
  },
);
