import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = 'http://localhost:4000'

/**
 * The admin is served by the server itself from `dist/`; in development the API is reached through the proxy.
 * React, the router and the client change seldom and are one chunk; every screen is a chunk of its own.
 */
export default defineConfig({
  plugins: [react()],
  server: { port: 5173, proxy: { '/graphql': api, '/files': api, '/auth': api } },
  build: {
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(?:\.pnpm\/)?(?:react|react-dom|scheduler|@tanstack|urql|@urql|wonka|i18next|react-i18next)[@/+]/,
              priority: 3,
            },
            { name: 'echarts', test: /node_modules\/.*(?:echarts|zrender)/, priority: 3 },
          ],
        },
      },
    },
  },
})
