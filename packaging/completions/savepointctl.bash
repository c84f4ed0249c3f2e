# bash completion for savepointctl; made by 'savepointctl completion bash'
_savepointctl() {
    local cur=${COMP_WORDS[COMP_CWORD]} path='' words='' i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$path ${COMP_WORDS[i]}" in
            ' run'|' list'|' savepoint'|' stop'|' cancel'|' checkpoint'|' info'|' operation'|' operation list'|' operation show'|' operation wait'|' inspect'|' state'|' state list'|' state read'|' state get'|' state export'|' verify'|' cluster'|' cluster start'|' cluster stop'|' cluster status'|' demo'|' config'|' config view'|' config get-contexts'|' config current-context'|' config use-context'|' config set-context'|' config delete-context'|' completion'|' help') path="$path ${COMP_WORDS[i]}" ;;
        esac
    done
    case "$path" in
        '') words='run list savepoint stop cancel checkpoint info operation inspect state verify cluster demo config completion help -h --help -v --version --debug' ;;
        ' run') words='-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -c --class -p --parallelism -j --jarfile -a --arguments -d --detached -sae --shutdownOnAttachedExit -s --fromSavepoint -n --allowNonRestoredState -cm --claimMode -rm --restoreMode -h --help --debug' ;;
        ' list') words='-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -r --running -s --scheduled -a --all -h --help --debug' ;;
        ' savepoint') words='-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -d --dispose -type --type -detached --operation-id -h --help --debug' ;;
        ' stop') words='-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -p --savepointPath -d --drain -type --type -detached --operation-id -h --help --debug' ;;
        ' cancel') words='-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -s --withSavepoint --operation-id -h --help --debug' ;;
        ' checkpoint') words='-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -full --full --operation-id -h --help --debug' ;;
        ' info') words='-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -c --class -p --parallelism -j --jarfile -a --arguments -d --detached -sae --shutdownOnAttachedExit -h --help --debug' ;;
        ' operation') words='list show wait -h --help --debug' ;;
        ' operation list') words='-o --output -h --help --debug' ;;
        ' operation show') words='--job -o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -h --help --debug' ;;
        ' operation wait') words='--job -o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -h --help --debug' ;;
        ' inspect') words='-o --output --uid --map -h --help --debug' ;;
        ' state') words='list read get export -h --help --debug' ;;
        ' state list') words='--operator --state --skew --no-count --uid --map -o --output -h --help --debug' ;;
        ' state read') words='--operator --state --key --namespace --key-group --limit --uid --map -o --output -h --help --debug' ;;
        ' state get') words='--operator --state --key --namespace --uid --map -o --output -h --help --debug' ;;
        ' state export') words='--format --out --overwrite --operator --state --uid --map -o --output -h --help --debug' ;;
        ' verify') words='--structure --read-data --read-data-subset --strict --uid --map -o --output -h --help --debug' ;;
        ' cluster') words='start stop status -h --help --debug' ;;
        ' cluster start') words='-D --port --data --foreground -h --help --debug' ;;
        ' cluster stop') words='-h --help --debug' ;;
        ' cluster status') words='-h --help --debug' ;;
        ' demo') words='--keep -h --help --debug' ;;
        ' config') words='view get-contexts current-context use-context set-context delete-context -h --help --debug' ;;
        ' config view') words='--show-origin -o --output --config --context -h --help --debug' ;;
        ' config get-contexts') words='-o --output --config --context -h --help --debug' ;;
        ' config current-context') words='--config --context -h --help --debug' ;;
        ' config use-context') words='-h --help --debug' ;;
        ' config set-context') words='--cluster --flink-conf-dir --token-file --user --password-file --timeout --request-timeout -h --help --debug' ;;
        ' config delete-context') words='-h --help --debug' ;;
        ' completion') words='-h --help --debug' ;;
        ' help') words='-h --help --debug' ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _savepointctl savepointctl
