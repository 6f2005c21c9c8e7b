import type { APIRoute } from 'astro';
import { loadBulletin } from '#content/astro.ts';
import { calendarPaths } from '#outputs/feeds/calendar.ts';

/** Calendars: `/events/calendar.ics`, `/lo/units/quang-tri/calendar.ics`, `/countries/la/calendar.ics`. */
export async function getStaticPaths() {
  return calendarPaths(await loadBulletin());
}

export const GET: APIRoute<{ calendar: string }> = ({ props }) =>
  new Response(props.calendar, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
