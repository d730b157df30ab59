# bash completion for gouji
_gouji() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  case $previous in
    --format)
      case ${COMP_WORDS[1]} in
        audit) mapfile -t COMPREPLY < <(compgen -W 'text jsonl csv sarif html xlsx docx' -- "$word") ;;
        extract) mapfile -t COMPREPLY < <(compgen -W 'text jsonl csv' -- "$word") ;;
        *) mapfile -t COMPREPLY < <(compgen -W 'text jsonl' -- "$word") ;;
      esac
      return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'zh en' -- "$word"); return ;;
    --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word"); return ;;
    --log-level) mapfile -t COMPREPLY < <(compgen -W 'error warning info debug' -- "$word"); return ;;
    --as) mapfile -t COMPREPLY < <(compgen -W 'txt docx' -- "$word"); return ;;
    patterns) mapfile -t COMPREPLY < <(compgen -W 'list test' -- "$word"); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W 'audit extract ingest status numbers patterns --help --version' -- "$word")
  elif [[ $word == -* ]]; then
    # The command's own help is the one list of its options.
    mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" "${COMP_WORDS[1]}" --help 2>/dev/null | grep -oE -- '--[a-z-]+')" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _gouji gouji
