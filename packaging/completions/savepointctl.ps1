# PowerShell completion for savepointctl; made by 'savepointctl completion pwsh'
Register-ArgumentCompleter -Native -CommandName savepointctl -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @{
        '' = 'run list savepoint stop cancel checkpoint info operation inspect state verify cluster demo config completion help -h --help -v --version --debug'
        ' run' = '-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -c --class -p --parallelism -j --jarfile -a --arguments -d --detached -sae --shutdownOnAttachedExit -s --fromSavepoint -n --allowNonRestoredState -cm --claimMode -rm --restoreMode -h --help --debug'
        ' list' = '-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -r --running -s --scheduled -a --all -h --help --debug'
        ' savepoint' = '-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -d --dispose -type --type -detached --operation-id -h --help --debug'
        ' stop' = '-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -p --savepointPath -d --drain -type --type -detached --operation-id -h --help --debug'
        ' cancel' = '-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -s --withSavepoint --operation-id -h --help --debug'
        ' checkpoint' = '-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -full --full --operation-id -h --help --debug'
        ' info' = '-o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -c --class -p --parallelism -j --jarfile -a --arguments -d --detached -sae --shutdownOnAttachedExit -h --help --debug'
        ' operation' = 'list show wait -h --help --debug'
        ' operation list' = '-o --output -h --help --debug'
        ' operation show' = '--job -o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -h --help --debug'
        ' operation wait' = '--job -o --output -m --jobmanager -D -t --target --timeout --request-timeout --config --context -h --help --debug'
        ' inspect' = '-o --output --uid --map -h --help --debug'
        ' state' = 'list read get export -h --help --debug'
        ' state list' = '--operator --state --skew --no-count --uid --map -o --output -h --help --debug'
        ' state read' = '--operator --state --key --namespace --key-group --limit --uid --map -o --output -h --help --debug'
        ' state get' = '--operator --state --key --namespace --uid --map -o --output -h --help --debug'
        ' state export' = '--format --out --overwrite --operator --state --uid --map -o --output -h --help --debug'
        ' verify' = '--structure --read-data --read-data-subset --strict --uid --map -o --output -h --help --debug'
        ' cluster' = 'start stop status -h --help --debug'
        ' cluster start' = '-D --port --data --foreground -h --help --debug'
        ' cluster stop' = '-h --help --debug'
        ' cluster status' = '-h --help --debug'
        ' demo' = '--keep -h --help --debug'
        ' config' = 'view get-contexts current-context use-context set-context delete-context -h --help --debug'
        ' config view' = '--show-origin -o --output --config --context -h --help --debug'
        ' config get-contexts' = '-o --output --config --context -h --help --debug'
        ' config current-context' = '--config --context -h --help --debug'
        ' config use-context' = '-h --help --debug'
        ' config set-context' = '--cluster --flink-conf-dir --token-file --user --password-file --timeout --request-timeout -h --help --debug'
        ' config delete-context' = '-h --help --debug'
        ' completion' = '-h --help --debug'
        ' help' = '-h --help --debug'
    }
    $path = ''
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($words.ContainsKey("$path $element")) { $path = "$path $element" }
    }
    $words[$path] -split ' ' | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
