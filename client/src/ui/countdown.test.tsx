import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Countdown } from './countdown.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('seconds are counted down to nothing, and the end is told once', () => {
  const onEnd = vi.fn();
  render(<Countdown seconds={62} onEnd={onEnd} />);
  expect(screen.getByRole('timer').textContent).toBe('1:02');
  act(() => vi.advanceTimersByTime(61_000));
  expect(screen.getByRole('timer').textContent).toBe('0:01');
  expect(onEnd).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(60_000));
  expect(screen.getByRole('timer').textContent).toBe('0:00');
  expect(onEnd).toHaveBeenCalledOnce();
});

test('a pause of hours is told in hours', () => {
  render(<Countdown seconds={3725} />);
  expect(screen.getByRole('timer').textContent).toBe('1:02:05');
});
