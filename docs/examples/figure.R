# The share of learners who may be unconnected, week by week, with 95 % intervals: a table and a figure.
#
#     Rscript figure.R learner_weeks.csv weeks.csv weeks.svg
#
# Base R is enough. A learner-week counts where it is scored; what is not scored is no zero.
files <- commandArgs(trailingOnly = TRUE)
rows <- read.csv(files[1], na.strings = "", stringsAsFactors = FALSE)
rows <- subset(rows, state == "scored" & kind == "isolation")
rows$may <- rows$band %in% c("elevated", "high")

# prop.test without its correction gives Wilson's interval (1927).
weeks <- do.call(rbind, lapply(split(rows, rows$week), function(of) {
  interval <- suppressWarnings(prop.test(sum(of$may), nrow(of), correct = FALSE))$conf.int
  data.frame(
    week = of$week[1], learners = nrow(of), may_be_unconnected = sum(of$may),
    low = interval[1], high = interval[2]
  )
}))
write.csv(weeks, files[2], row.names = FALSE)

svg(files[3], width = 7, height = 4)
share <- weeks$may_be_unconnected / weeks$learners
plot(weeks$week, share, type = "n", ylim = c(0, 1), xlab = "Week of the course", ylab = "May be unconnected")
polygon(c(weeks$week, rev(weeks$week)), c(weeks$low, rev(weeks$high)), col = "#0B6A6A33", border = NA)
lines(weeks$week, share, col = "#0B6A6A", lwd = 2)
invisible(dev.off())
