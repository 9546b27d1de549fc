# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
_jalon () {
  local cur prev words cword split=false choices
  _init_completion -s 2>/dev/null || return
  local groups='place department region country territory organisation kind relevance status scope year quarter month event'
  case $prev in
    --language) choices='fr en en_GB' ;;
    --group) choices=$groups ;;
    --view) choices='dashboard map bars timeline table ecosystem deck' ;;
    --theme) choices='light dark print' ;;
    --filter)
      compopt -o nospace
      choices=$(printf '%s= ' $groups from to text)
      ;;
    --export)
      _filedir '@(png|svg|pdf|csv|geojson|jalon)'
      return
      ;;
    --basemap)
      _filedir mbtiles
      return
      ;;
    --as-of | --size | --scale | --state) return ;;
    *)
      $split && return
      if [[ $cur == -* ]]; then
        compopt -o nospace
        choices='--check --summary --json --export= --view= --size= --scale= --theme= --language= --group=
          --filter= --as-of= --state= --basemap= --present --pace= --loop --in-turn --kiosk --idle= --all --version --help'
      else
        _filedir '@(jalon|json)'
        return
      fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$cur")
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} != *= ]] && compopt +o nospace
} && complete -F _jalon jalon
