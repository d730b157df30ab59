#include "output/across_record.h"

#include "output/record_ids.h"

namespace gouji::output {

std::string across_id(const AcrossCheck& check) { return hash_id({"across", check.entity, check.key}); }

std::string across_evidence(const AcrossCheck& check) {
  std::string printed;
  for (const AcrossOperand& operand : check.operands) printed += operand.printed + '\x1f';
  return hash_id({"across", printed});
}

std::string across_place(const AcrossOperand& operand) {
  return operand.line == 0 ? operand.path : operand.path + ":" + std::to_string(operand.line);
}

}  // namespace gouji::output
