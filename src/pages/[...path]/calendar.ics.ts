import type { APIRoute } from 'astro';
import { loadBulletin, loadToday } from '#content/astro.ts';
import { calendarPaths } from '#outputs/feeds/calendar.ts';

/** Calendars: `/events/calendar.ics`, `/lo/units/quang-tri/calendar.ics`, `/events/2024/x/calendar.ics`. */
export async function getStaticPaths() {
  return calendarPaths(await loadBulletin(), await loadToday());
}

export const GET: APIRoute<{ calendar: string }> = ({ props }) =>
  new Response(props.calendar, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
