import type { Router } from 'express';
import { z } from 'zod';
import type { Doctor } from '../doctor/doctor.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

const NoQuery = z.strictObject({});

/** `GET /api/doctor`: looks at the set-up now, and tells what it found. */
export function createDoctorRoutes({ doctor }: { doctor: Doctor }): Router {
  const router = createRouter();
  addResource(router, '/api/doctor', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, await doctor.examine());
    },
  });
  return router;
}
