using static AirsPolicy.Cli.Completing.ScriptText;

namespace AirsPolicy.Cli.Completing;

/// <summary>Completion for bash 3.2 and later: one function that knows the words of every command.</summary>
internal static class BashScript
{
    public static string Write(CompletedCommand root)
    {
        var all = root.All.ToList();
        return $$"""
            # Completion of airs in bash. Put this line into ~/.bashrc:
            #   source <(airs completion bash)
            _airs() {
                local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="" words="" files="" i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$command ${COMP_WORDS[i]}" in
                        {{string.Join('|', all.Skip(1).Select(Called))}})
                            command="${command:+$command }${COMP_WORDS[i]}" ;;
                    esac
                done
                COMPREPLY=()
                case "$command:$previous" in
            {{Lines(all.SelectMany(ValuesOf), 2)}}
                esac
                case "$command" in
            {{Lines(all.Select(WordsOf), 2)}}
                esac
                if [[ -z $files || $current == -* ]]; then
                    compopt +o default 2>/dev/null
                    COMPREPLY=($(compgen -W "$words" -- "$current"))
                fi
            }
            # The last word of a filter, which stands in quotes.
            _airs_filter() {
                local filter="${current#[\"\']}" IFS=$'\n'
                local last="${filter##*[ (]}"
                compopt +o default -o nospace 2>/dev/null
                COMPREPLY=($(IFS=' '; compgen -P "${filter%"$last"}" -W "$1" -- "$last"))
            }
            complete -o default -F _airs airs

            """.ReplaceLineEndings("\n");
    }

    // Without a reply the shell completes paths.
    private static IEnumerable<string> ValuesOf(CompletedCommand command)
    {
        foreach (var option in command.Options.Where(option => option.TakesValue))
        {
            var pattern = Asked(command, option);
            yield return option switch
            {
                { IsFilter: true } => $"{pattern}) _airs_filter {Quoted(string.Join(' ', option.Values))}; return ;;",
                { Values.Count: > 0 } =>
                    $"{pattern}) compopt +o default 2>/dev/null; COMPREPLY=($(compgen -W {Quoted(string.Join(' ', option.Values))} -- \"$current\")); return ;;",
                { TakesFiles: true } => $"{pattern}) return ;;",
                _ => $"{pattern}) compopt +o default 2>/dev/null; return ;;",
            };
        }
    }

    private static string WordsOf(CompletedCommand command)
    {
        var words = command
            .Commands.Select(below => below.Name)
            .Concat(command.Values)
            .Concat(command.Options.Select(option => option.Name));
        return $"{Quoted(command.Path)}) words={Quoted(string.Join(' ', words))}{(command.TakesFiles ? " files=1" : "")} ;;";
    }
}
