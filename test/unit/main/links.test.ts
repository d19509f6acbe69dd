import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { commandOf, createLinks, linkIn, receiveLinks } from '#main/links.ts';
import { type Command, ConsoleScreen } from '#shared/model/host.ts';
import { recordingLogger } from '../../support/recording-logger.ts';

const settings: Command = { kind: 'navigate', screen: 'settings' };

describe('a link from outside', () => {
  it.each(ConsoleScreen.options)('opens a screen: %s', (screen) => {
    expect(commandOf(`followdesk://open/${screen}`)).toEqual({ kind: 'navigate', screen });
    expect(commandOf(`followdesk://open/${screen}/`)).toEqual({ kind: 'navigate', screen });
  });

  it.each([
    'followdesk://console/',
    'followdesk://console/open/desk',
    'followdesk://open/',
    'followdesk://open/desk/../accounts',
    'followdesk://open/desk?to=https://evil.example',
    'followdesk://open/desk#/accounts',
    'followdesk://open/desk%2f',
    'followdesk://open/nowhere',
    'followdesk://open/constructor',
    'followdesk://user@open/desk',
    'followdesk://open:80/desk',
    'followdesk:open/desk',
    'https://open/desk',
    'javascript:followdesk://open/desk',
    ' followdesk://open/desk',
    'followdesk://open/desk\nfollowdesk://open/accounts',
    '',
  ])('means nothing otherwise: %j', (link) => expect(commandOf(link)).toBeNull());

  it('is found among the arguments of a second start, wherever it stands', () => {
    expect(linkIn(['/opt/followdesk', '--flag', 'followdesk://open/desk', '--later'])).toBe(
      'followdesk://open/desk',
    );
    expect(linkIn(['C:\\FollowDesk.exe', 'FOLLOWDESK://open/desk'])).toBe('FOLLOWDESK://open/desk');
    expect(linkIn(['/opt/followdesk', '--note=followdesk://open/desk'])).toBeNull();
  });
});

describe('links', () => {
  function open({ packaged = true, argv = [] as string[] } = {}) {
    const events = new EventEmitter();
    const schemes: string[] = [];
    const logger = recordingLogger();
    const links = createLinks(logger);
    const app = {
      on: events.on.bind(events) as Electron.App['on'],
      isPackaged: packaged,
      setAsDefaultProtocolClient: (scheme: string) => schemes.push(scheme) > 0,
    };
    receiveLinks(app, links, argv);
    const shown: Command[] = [];
    return { events, schemes, logger, links, shown, show: (command: Command) => shown.push(command) };
  }

  it('that start the app are kept until there is something to show them in', () => {
    const { links, shown, show } = open({ argv: ['followdesk', 'followdesk://open/settings'] });
    expect(shown).toEqual([]);
    links.deliverTo(show);
    links.open('followdesk://open/desk');
    expect(shown).toEqual([settings, { kind: 'navigate', screen: 'desk' }]);
  });

  it('come by an event on macOS, which is then ours', () => {
    const { events, links, shown, show } = open();
    let prevented = false;
    links.deliverTo(show);
    events.emit('open-url', { preventDefault: () => (prevented = true) }, 'followdesk://open/settings');
    expect(shown).toEqual([settings]);
    expect(prevented).toBe(true);
  });

  it('that are none of ours show nothing and leave a line in the log without what they say', () => {
    const { links, shown, show, logger } = open();
    links.deliverTo(show);
    links.open('followdesk://console/?secret=abc');
    expect(shown).toEqual([]);
    expect(logger.lines).toHaveLength(1);
    expect(logger.lines.join()).not.toContain('abc');
  });

  it('are asked for only by the installed app', () => {
    expect(open().schemes).toEqual(['followdesk']);
    expect(open({ packaged: false }).schemes).toEqual([]);
  });
});
