using System.CommandLine;
using System.CommandLine.Parsing;

namespace AirsPolicy.Cli.Commands;

/// <summary>The arguments and options that several commands share.</summary>
internal static class PathSymbols
{
    public static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Folders or files with policies; a folder is searched with all folders below it.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["."],
        };
        paths.Validators.Add(RefuseOptions);
        return paths;
    }

    public static Argument<string> Policy() => One("The folder or a file of one policy.");

    public static Argument<string> PolicyOrBundle() => One("The folder or a file of one policy, or a bundle (.airsb).");

    public static Argument<string> Version(string name, string meaning) => One($"{meaning}: the folder or a file of one policy, or a bundle (.airsb).", name);

    public static Option<string[]> Libraries() => new("--library", "-l")
    {
        Description = "A folder with packages that the policies may use or extend. Can be given several times.",
        HelpName = "folder",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The day as of which waivers and reviews are judged; today unless the command line says another.</summary>
    public static Option<DateOnly> AsOf() => new("--as-of")
    {
        Description = "The day as of which waivers and reviews are judged, such as 2027-03-31. Without it: today.",
        HelpName = "date",
        DefaultValueFactory = static _ => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
        CustomParser = static result => DateOnly.TryParseExact(
            result.Tokens[0].Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : NoDay(result),
    };

    /// <summary>The day on which versions are compared; none unless the command line says one, so that a comparison is the same every day.</summary>
    public static Option<DateOnly?> Day() => new("--as-of")
    {
        Description = "The day on which requests are made up, such as 2027-03-31, and that of recorded requests without one. Without it: 2026-01-01, the day of policy tests, and today.",
        HelpName = "date",
        CustomParser = static result => DateOnly.TryParseExact(
            result.Tokens[0].Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : NoDay(result),
    };

    private static DateOnly NoDay(ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is no day; write it as 2027-03-31.");
        return default;
    }

    private static Argument<string> One(string description, string name = "policy")
    {
        var policy = new Argument<string>(name) { Description = description };
        policy.Validators.Add(RefuseOptions);
        return policy;
    }

    // The parser takes what looks like an option, but is none, for an argument.
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            result.AddError($"There is no option '{token.Value}'.");
    }
}
