import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * `node --import no-network.ts`: a process in which every attempt to reach another machine fails, and is written down in
 * the file that `NETWORK_ATTEMPTS` names. Processes that it starts inherit both through `NODE_OPTIONS`.
 */
const loopback = /^(?:localhost|.+\.localhost|127\.[\d.]+|0\.0\.0\.0|[0:]*:[0:]*1?)$/;

function guard(host: unknown): void {
  if (typeof host !== 'string' || host === '' || loopback.test(host)) return;
  const list = process.env['NETWORK_ATTEMPTS'];
  if (list) appendFileSync(list, `${host}  ${process.argv.slice(1).join(' ')}\n`);
  throw new Error(`No network in this process: ${host}`);
}

/** The machine that the arguments of `socket.connect` name; Node itself passes them on as a list in a list. */
function hostOf(args: readonly unknown[]): unknown {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'object' && first !== null) return 'host' in first ? first.host : undefined;
  return typeof first === 'number' ? second : undefined;
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...args: Parameters<typeof connect>) {
  guard(hostOf(args));
  return connect.apply(this, args);
} as typeof connect;

/** Every question to the system or to a server for names; all begin with the name. */
for (const asker of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  const questions = asker as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of Object.getOwnPropertyNames(asker)) {
    if (!/^(?:lookup|resolve|reverse)/.test(name)) continue;
    const ask = questions[name];
    if (typeof ask !== 'function') continue;
    questions[name] = function (this: unknown, ...args: unknown[]) {
      guard(args[0]);
      return ask.apply(this, args);
    };
  }
}
syncBuiltinESMExports();
