using static AirsPolicy.Cli.Completing.ScriptText;

namespace AirsPolicy.Cli.Completing;

/// <summary>Completion for zsh, with what each word does. It can be sourced, or lie as <c>_airs</c> in a folder of <c>fpath</c>.</summary>
internal static class ZshScript
{
    // The names `commands` and `options` are taken by the shell itself.
    public static string Write(CompletedCommand root)
    {
        var all = root.All.ToList();
        return $$"""
            #compdef airs
            # Completion of airs in zsh. Put this line into ~/.zshrc, behind compinit:
            #   source <(airs completion zsh)
            _airs() {
                local command="" i
                local -a below flags values
                for ((i = 2; i < CURRENT; i++)); do
                    case "$command ${words[i]}" in
                        {{string.Join('|', all.Skip(1).Select(Called))}})
                            command="${command:+$command }${words[i]}" ;;
                    esac
                done
                case "$command:${words[CURRENT-1]}" in
            {{Lines(all.SelectMany(ValuesOf), 2)}}
                esac
                case "$command" in
            {{Lines(all.SelectMany(WordsOf), 2)}}
                esac
                if [[ ${words[CURRENT]} == -* ]]; then
                    _describe -o 'option' flags
                elif (( ${#below} )); then
                    _describe 'command' below
                elif (( ${#values} )); then
                    compadd -- $values
                else
                    _files
                fi
            }
            if [[ ${funcstack[1]} == _airs ]]; then
                _airs "$@"
            else
                compdef _airs airs
            fi

            """.ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> ValuesOf(CompletedCommand command)
    {
        foreach (var option in command.Options.Where(option => option.TakesValue))
        {
            var pattern = Asked(command, option);
            yield return option switch
            {
                { IsFilter: true } => $"{pattern}) compset -q; compadd -- {string.Join(' ', option.Values.Select(Quoted))}; return ;;",
                { Values.Count: > 0 } => $"{pattern}) compadd -- {string.Join(' ', option.Values.Select(Quoted))}; return ;;",
                { TakesFiles: true } => $"{pattern}) _files; return ;;",
                _ => $"{pattern}) _message {Quoted(option.Description)}; return ;;",
            };
        }
    }

    private static IEnumerable<string> WordsOf(CompletedCommand command)
    {
        yield return $"{Quoted(command.Path)})";
        yield return $"    below=({string.Join(' ', command.Commands.Select(below => Described(below.Name, below.Description)))})";
        yield return $"    values=({string.Join(' ', command.Values.Select(Quoted))})";
        yield return $"    flags=({string.Join(' ', command.Options.Select(option => Described(option.Name, option.Description)))}) ;;";
    }

    private static string Described(string name, string description) => Quoted($"{name}:{description}");
}
