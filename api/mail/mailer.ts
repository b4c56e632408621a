import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  /** Whose message it is: answers go to them, and their name stands before the institution's address. */
  readonly replyTo: string | null;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Resolves when the institution's server has taken it. @throws when it has not. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailSettings {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string;
  /** The address all mail comes from: one the server may send for. */
  readonly from: string;
}

/** Plain text by the institution's own server. */
export function openMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport(url, { from });
  return {
    async send({ to, replyTo, fromName, subject, text }) {
      await transport.sendMail({
        from: { name: fromName, address: from },
        to,
        ...(replyTo !== null && { replyTo: { name: fromName, address: replyTo } }),
        subject,
        text,
      });
    },
    close() {
      transport.close();
    },
  };
}

/**
 * Reads KITH_SMTP_URL and KITH_MAIL_FROM; undefined where no mail is set up.
 *
 * @throws Error that names what is missing or wrong; never the URL, which holds a password
 */
export function mailSettings(env: NodeJS.ProcessEnv = process.env): MailSettings | undefined {
  const [url, from] = [env.KITH_SMTP_URL ?? '', env.KITH_MAIL_FROM ?? ''];
  if (url === '' && from === '') return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw new Error('KITH_SMTP_URL should look like smtp://user:password@host:587');
  if (!/^[^\s<>@]+@[^\s<>@]+$/.test(from))
    throw new Error('KITH_MAIL_FROM should be the address mail comes from, like kith@example.edu');
  return { url, from };
}
