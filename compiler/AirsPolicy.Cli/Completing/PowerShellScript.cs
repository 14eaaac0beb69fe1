namespace AirsPolicy.Cli.Completing;

/// <summary>
/// Completion for PowerShell 5.1 and later, with what each word does. Where nothing is offered, PowerShell completes paths.
/// </summary>
internal static class PowerShellScript
{
    public static string Write(CompletedCommand root)
    {
        var all = root.All.ToList();
        return $$"""
            # Completion of airs in PowerShell. Put this line into the file that $PROFILE names:
            #   airs completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName airs -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @{
            {{ScriptText.Lines(all.Select(WordsOf), 2)}}
                }
                $values = @{
            {{ScriptText.Lines(all.SelectMany(ValuesOf), 2)}}
                }
                $files = @({{string.Join(", ", all.Where(command => command.TakesFiles).Select(command => Quoted(command.Path)))}})
                $command = ''
                $previous = ''
                foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
                    if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
                    $previous = $element.ToString()
                    $longer = "$command $previous".Trim()
                    if ($words.ContainsKey($longer)) { $command = $longer }
                }
                if ($values.ContainsKey("${command}:$previous")) { $offered = $values["${command}:$previous"] }
                elseif ($wordToComplete -like '-*' -or $files -notcontains $command) { $offered = $words[$command] }
                else { return }
                $offered.GetEnumerator() | Where-Object { $_.Key -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value)
                }
            }

            """.ReplaceLineEndings("\n");
    }

    private static string WordsOf(CompletedCommand command)
    {
        var words = command.Commands.Select(below => Pair(below.Name, below.Description))
            .Concat(command.Values.Select(value => Pair(value, value)))
            .Concat(command.Options.Select(option => Pair(option.Name, option.Description)));
        return $"{Quoted(command.Path)} = [ordered]@{{ {string.Join("; ", words)} }}";
    }

    private static IEnumerable<string> ValuesOf(CompletedCommand command) =>
        from option in command.Options
        where option.TakesValue
        from name in option.Names
        select $"{Quoted($"{command.Path}:{name}")} = [ordered]@{{ {string.Join("; ", option.Values.Select(value => Pair(value, value)))} }}";

    // A tool tip may not be empty.
    private static string Pair(string word, string description) =>
        $"{Quoted(word)} = {Quoted(description.Length == 0 ? word : description)}";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
