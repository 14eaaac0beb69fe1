using System.CommandLine;
using System.CommandLine.Completions;

namespace AirsPolicy.Cli.Completing;

/// <summary>An option, and what can be written behind it.</summary>
/// <param name="Name">Its long name.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Description">What it does, in one clause.</param>
/// <param name="TakesValue">A value stands behind it.</param>
/// <param name="Values">The words that the value is one of; empty where it is anything else.</param>
/// <param name="TakesFiles">The value is a path.</param>
/// <param name="IsFilter">The value is a filter, of which <paramref name="Values"/> are the words.</param>
internal sealed record CompletedOption(
    string Name,
    IReadOnlyList<string> Aliases,
    string Description,
    bool TakesValue,
    IReadOnlyList<string> Values,
    bool TakesFiles,
    bool IsFilter)
{
    /// <summary>All its names.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    public static CompletedOption Of(Option option)
    {
        var takesValue = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);
        return new CompletedOption(
            option.Name,
            [.. option.Aliases.Where(alias => alias.StartsWith('-') && !alias.Contains('?', StringComparison.Ordinal))],
            CompletedCommand.Clause(option.Description),
            takesValue,
            takesValue ? [.. option.GetCompletions(CompletionContext.Empty).Select(value => value.Label)] : [],
            option.HelpName is "file" or "folder" or "policy",
            option.HelpName is "filter");
    }
}
