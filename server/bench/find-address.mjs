import jwt from 'jsonwebtoken';

/** The signed address on a simulator's CDN that the n-th file of a session is fetched from. */
export async function findAddress({ baseUrl, credentials }, { zoomId, index = 0 }) {
  const token = jwt.sign({ iss: credentials.apiKey }, credentials.apiSecret, { expiresIn: 600 });
  const headers = { authorization: `Bearer ${token}` };
  const id = encodeURIComponent(encodeURIComponent(zoomId));
  const session = await (await fetch(`${baseUrl}/videosdk/sessions/${id}/recordings`, { headers })).json();
  const hop = await fetch(session.recording_files[index].download_url, { headers, redirect: 'manual' });
  return hop.headers.get('location');
}
