// Loaded after the first paint: its 100 slices make a large style sheet, and only machines without a Chinese font fetch any of them.
import '@fontsource-variable/noto-sans-sc/index.css'
