complete --command pmcareer --keep-order --no-files --arguments '(
    set -l offered (env _PMCAREER_COMPLETE=complete_fish \
        _TYPER_COMPLETE_FISH_ACTION=get-args _TYPER_COMPLETE_ARGS=(commandline -cp) pmcareer)
    if test "$offered[1]" = ":files"
        __fish_complete_path (commandline -ct)
    else if set -q offered[1]
        printf "%s\n" $offered
    end
)'
