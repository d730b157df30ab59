#include "output/store/store_messages.h"

#include <algorithm>
#include <array>

#include "output/messages.h"

namespace gouji::store {
namespace {

using output::Text;

struct Reason {
  std::string_view code;
  Text message, hint;
};

constexpr std::array reasons{
    Reason{"store_unreachable",
           {"无法打开数据库", "cannot be opened"},
           {"请检查路径（目录须存在且可写）；数据库服务器须在运行并允许连接。已写入的不会丢失，加 --resume 可继续",
            "check the path (the folder must exist and be writable), or that the server runs and lets you in; what was written stays, go on with "
            "--resume"}},
    Reason{"store_busy",
           {"数据库正被另一个程序写入", "another program is writing to it"},
           {"请等它结束后再运行", "wait for it to end and run the command again"}},
    Reason{"store_full",
           {"磁盘空间不足", "the disk is full"},
           {"请腾出空间，再加 --resume 运行同一命令：已写入的不会丢失",
            "free some space and run the same command with --resume: what was written stays"}},
    Reason{"store_read_only", {"没有写权限", "cannot be written"}, {"请检查文件和目录的权限", "check the permissions of the file and of its folder"}},
    Reason{"store_newer",
           {"由更新版本的 gouji 写成", "was written by a newer gouji"},
           {"请使用写它的那个版本，或更新的版本", "use the gouji that wrote it, or a newer one"}},
    Reason{"store_older",
           {"由旧版本的 gouji 写成", "was written by an older gouji"},
           {"用 gouji ingest 再入库一次，表结构即会更新", "gouji ingest brings it up to date"}},
    Reason{"store_outdated",
           {"由旧版本的 gouji 写成，文件不能原地更新", "was written by an older gouji, and files are not changed in place"},
           {"请重新入库到新的目录", "ingest into a new folder"}},
    Reason{"store_missing",
           {"这个 gouji 没有编译 Parquet 支持", "no Parquet in this gouji"},
           {"请在装有 Apache Arrow C++ 的环境中编译，或先运行 scripts/get-arrow 构建目录（取 pyarrow 的库）",
            "build it where Apache Arrow C++ is installed, or run scripts/get-arrow BUILD-FOLDER first (it takes pyarrow's libraries)"}},
    Reason{"store_damaged",
           {"数据库已损坏", "is damaged"},
           {"若确已损坏（SQLite 可用 PRAGMA integrity_check 检查），请重新入库到新的位置",
            "if it is broken (SQLite: PRAGMA integrity_check), ingest into a new store"}},
    Reason{"not_a_store",
           {"不是 gouji 的数据库", "is no store of gouji"},
           {"请给出新的路径，或已有的数据库", "give the path of a new file, or of a store"}},
    Reason{"store_failed",
           {"写入数据库失败", "writing to it failed"},
           {"排除原因后，加 --resume 运行同一命令", "run the same command with --resume once the cause is gone"}},
};

}  // namespace

Error localized(Error error, Language language) {
  const auto* reason = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.code == error.code; });
  if (reason == reasons.end()) return error;
  error.hint = reason->hint.in(language);
  if (language == Language::zh) error.message = reason->message.in(language) + "（" + error.message + "）";
  return error;
}

std::string word(Status status, Language language) {
  switch (status) {
    case Status::stored:
      return Text{"已入库", "stored"}.in(language);
    case Status::duplicate:
      return Text{"内容重复", "duplicates"}.in(language);
    case Status::refused:
      return Text{"未能读取", "refused"}.in(language);
  }
  return {};
}

}  // namespace gouji::store
