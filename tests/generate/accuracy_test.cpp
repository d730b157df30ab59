// The audit against generated reports, small: what was reached is held. scripts/accuracy measures at full size.
#include "generate/accuracy.h"

#include <catch2/catch.hpp>

namespace gouji::generate {

TEST_CASE("accuracy on generated reports does not worsen") {
  const app::Auditor auditor(patterns::Library::load({}).value(), {});
  const Accuracy accuracy = measure(auditor, 1, 120);
  INFO(describe(accuracy, 1, 120));
  const FigureCount figures = accuracy.all_figures();
  const FaultCount faults = accuracy.all_faults();
  CHECK(accuracy.alarms == 0);
  CHECK(1000 * figures.right >= 999 * figures.stated);
  CHECK(100 * faults.found >= 88 * faults.planted);
  CHECK(100 * faults.decided >= 76 * faults.decidable);
  CHECK(100 * faults.findings <= 105 * faults.found);
}

}  // namespace gouji::generate
