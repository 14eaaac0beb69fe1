using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// The user and password that a command line of curl carries (<c>-u</c>, <c>--user</c>). A variable or a word for a password is none.
/// </summary>
[BuiltinDetector(
    "secret.curl_user",
    Summary = "Finds the user and password of a curl command line.",
    Source = "curl, Manual page: -u, --user, https://curl.se/docs/manpage.html#-u"
)]
internal sealed class CommandLinePassword : AnchoredDetector
{
    private const int LongestCommand = 2048, Longest = 200, LongestGap = 6;
    private const string Gap = " =\"'";

    private static readonly Trail s_trail = new(
        TrailPart.Of(Gap, 1, LongestGap),
        new TrailPart(SearchValues.Create(" \r\n"), 0, Longest, Except: true));

    public CommandLinePassword()
        : base(new Anchor(" -u", s_trail), new Anchor(" --user", s_trail)) =>
        Required = RequiredParts.AnyOf("curl");

    public override int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches)
    {
        foreach (var option in Anchors)
        {
            if (!option.StandsAt(text, at) || !text[Math.Max(0, at - LongestCommand)..at].Contains("curl", StringComparison.Ordinal))
                continue;
            var value = ValueOf(text, at + option.Literal.Length);
            if (value.Length == 0) continue;
            matches.Add(value);
            return value.End;
        }
        return 0;
    }

    // Quotes stand around both, or around the password alone.
    private static TextSpan ValueOf(ReadOnlySpan<char> command, int at)
    {
        if (at >= command.Length || !Gap.Contains(command[at], StringComparison.Ordinal)) return default;
        for (var from = at; at < command.Length && at - from < LongestGap && Gap.Contains(command[at], StringComparison.Ordinal);)
            at++;
        var end = at;
        var colon = -1;
        for (; end < command.Length && end - at < Longest && command[end] is not (' ' or '\n' or '\r'); end++)
        {
            if (command[end] is '"' or '\'' && (colon < 0 || end > colon + 1)) break;
            if (command[end] == ':' && colon < 0) colon = end;
        }
        if (colon < 0) return default;
        var password = command[(colon + 1)..end].Trim("\"'");
        if (Placeholders.IsPassword(password, command[at..colon]) || password.ContainsAny('$', '{')) return default;
        return new TextSpan(at, end);
    }
}
