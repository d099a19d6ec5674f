import selfsigned from 'selfsigned';

/** A key and the certificate that signs itself with it, both PEM. Whoever is to trust it is given the certificate. */
export interface Certificate {
  key: string;
  cert: string;
}

/** Makes a certificate for this machine alone, good for a day: for a CDN over TLS, as Zoom's is. */
export async function createCertificate(): Promise<Certificate> {
  const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      // It is its own authority, which is what trusting it through NODE_EXTRA_CA_CERTS means.
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
    notAfterDate: new Date(Date.now() + 86_400_000),
  });
  return { key, cert };
}
