import { createRequire } from 'node:module';

/**
 * A certificate for https://localhost that nobody trusts, made for one run and kept nowhere.
 * @returns key and certificate in PEM, as Node's https takes them
 */
export async function makeCertificate() {
  // Loaded here, because the dependencies may have been installed a moment ago.
  const { generate } = createRequire(import.meta.url)('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  return { key: made.private, cert: made.cert };
}
