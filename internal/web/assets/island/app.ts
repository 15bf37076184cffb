// Everything the browser runs, as one module. A page reads and its plain forms send
// without it; each island only makes something quicker.
import "htmx.org";
import { startKeys } from "./keys";
import { startPalette } from "./palette";
import { startThread } from "./thread";
import { startDesign } from "./design";
import { startLists } from "./list";
import { startReview } from "./review";
import { startToasts } from "./toast";
import { startDrafts } from "./draft";
import { startChoose } from "./choose";
import { startTheme } from "./theme";
import { startKept } from "./kept";
import { startNote } from "./note";
import { startCopy } from "./copy";
import { startSurface } from "./surface";

startTheme();
startSurface();
startDrafts();
startToasts();
startLists();
startChoose();
startReview();
startThread();
startDesign();
startNote();
startKept();
startCopy();
startPalette();
startKeys();
