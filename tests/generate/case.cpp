#include "generate/case.h"

#include "generate/faults.h"
#include "generate/grammars.h"
#include "generate/print_docx.h"

namespace gouji::generate {

Case make_case(std::uint64_t seed, bool faulty, const std::string& kind) {
  Random random(seed * 2 + (faulty ? 1 : 0));
  Case out;
  const std::string drawn = random.pick(report_kinds());
  out.report = make_report(kind.empty() ? drawn : kind, random.next());
  if (faulty) {
    const std::int64_t first = random.between(0, fault_kinds - 1);
    bool planted = false;
    for (std::int64_t i = 0; i < fault_kinds && !planted; ++i) planted = plant(out.report, static_cast<FaultKind>((first + i) % fault_kinds), random);
  }
  out.layout = draw_layout(random, random.chance(50));
  out.layout.docx = random.chance(15);
  out.bytes = out.layout.docx ? print_docx(out.report) : encode(print(out.report, out.layout), out.layout);
  out.name = out.report.kind + "-" + std::to_string(seed) + (out.layout.docx ? ".docx" : out.layout.aligned ? ".layout.txt" : ".txt");
  return out;
}

}  // namespace gouji::generate
