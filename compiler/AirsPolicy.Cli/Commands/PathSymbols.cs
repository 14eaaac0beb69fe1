using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Commands;

/// <summary>The arguments and options that several commands share.</summary>
internal static class PathSymbols
{
    private const string Searched = "Folders or files with policies; a folder is searched with all folders below it";

    public static Argument<string[]> Paths() => Paths($"{Searched}.");

    /// <summary>Paths among which the standard input may be.</summary>
    public static Argument<string[]> PathsOrInput() => Paths($"{Searched}. - is the standard input, which is one policy file.");

    private static Argument<string[]> Paths(string description)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["."],
        };
        paths.Validators.Add(RefuseOptions);
        return paths;
    }

    public static Argument<string> Policy() => One("The folder or a file of one policy.");

    public static Argument<string> Bundle() => One("The bundle (.airsb).", "bundle");

    /// <summary>A file, or what the names of files begin with.</summary>
    public static Argument<string> File(string name, string description) => One(description, name);

    public static Argument<string> PolicyOrBundle() => One("The folder or a file of one policy, or a bundle (.airsb).");

    public static Argument<string> Version(string name, string meaning) =>
        One($"{meaning}: the folder or a file of one policy, or a bundle (.airsb).", name);

    public static Option<string[]> Libraries() => new("--library", "-l")
    {
        Description = "A folder with packages that the policies may use or extend. Can be given several times.",
        HelpName = "folder",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The public keys that are trusted.</summary>
    public static Option<string[]> Keys() => new("--key", "-k")
    {
        Description = "A public key that is trusted; its name is that of the file, without what stands behind the dot. "
            + "Can be given several times.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    /// <summary>How many of the keys have to have signed.</summary>
    public static Option<int> Threshold() => new("--threshold")
    {
        Description = "How many of the keys have to have signed.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Whether the command runs again whenever a file changes.</summary>
    public static Option<bool> Watch() => new("--watch")
    {
        Description = "Run again whenever a file of the packages changes, until Ctrl+C.",
    };

    /// <summary>The day as of which waivers and reviews are judged.</summary>
    public static Option<DateOnly?> AsOf() =>
        Day("The day as of which waivers and reviews are judged, such as 2027-03-31. Without it: today.");

    /// <summary>
    /// The day on which versions are compared; none unless the command line says one, so that a comparison is the same every day.
    /// </summary>
    public static Option<DateOnly?> Day() =>
        Day(
            "The day on which requests are made up, such as 2027-03-31, and that of recorded requests without one. Without it: " +
            "2026-01-01, the day of policy tests, and today."
        );

    /// <summary>The last day of something.</summary>
    public static Option<DateOnly?> Until() =>
        Day("The last day on which it holds, in UTC, such as 2027-03-31.", "--until", isRequired: true);

    /// <summary>The day that the command line says, or today.</summary>
    public static DateOnly DayOf(ParseResult line, Option<DateOnly?> day) =>
        line.GetValue(day) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    // Without a default for the parser, which would print it in the form of a culture.
    private static Option<DateOnly?> Day(string description, string name = "--as-of", bool isRequired = false) => new(name)
    {
        Description = description,
        Required = isRequired,
        HelpName = "date",
        CustomParser = static result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"'{result.Tokens[0].Value}' is no day; write it as 2027-03-31.");
            return null;
        },
    };

    private static Argument<string> One(string description, string name = "policy")
    {
        var policy = new Argument<string>(name) { Description = description };
        policy.Validators.Add(RefuseOptions);
        return policy;
    }

    // The parser takes what looks like an option, but is none, for an argument.
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && token.Value != StandardInput.Path))
            result.AddError($"There is no option '{token.Value}'.");
    }
}
