using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>The user and password that a command line of curl carries (<c>-u</c>, <c>--user</c>). A variable or a word for a password is none.</summary>
[BuiltinDetector("secret.curl_user", Summary = "Finds the user and password of a curl command line.", Source = "curl, Manual page: -u, --user, https://curl.se/docs/manpage.html#-u")]
internal sealed class CommandLinePassword : IBuiltinDetector
{
    private const int LongestCommand = 2048, Longest = 200;

    private static readonly string[] s_options = [" -u", " --user"];

    public TextViewKind View => TextViewKind.Plain;

    public RequiredParts Required { get; } = RequiredParts.AnyOf("curl");

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var plain = text.Text;
        for (var from = 0; plain[from..].IndexOf("curl", StringComparison.Ordinal) is var index and >= 0;)
        {
            from += index + 4;
            var command = plain[from..Math.Min(plain.Length, from + LongestCommand)];
            // One command is read for itself, so that none is read twice.
            if (command.IndexOf("curl", StringComparison.Ordinal) is var next and >= 0) command = command[..next];
            foreach (var option in s_options)
            {
                if (command.IndexOf(option, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
                var value = ValueOf(command, at + option.Length);
                if (value.Length > 0) matches.Add(new TextSpan(from + value.Start, from + value.End));
            }
        }
    }

    // Quotes stand around both, or around the password alone.
    private static TextSpan ValueOf(ReadOnlySpan<char> command, int at)
    {
        if (at >= command.Length || command[at] is not (' ' or '=' or '"' or '\'')) return default;
        while (at < command.Length && command[at] is ' ' or '=' or '"' or '\'') at++;
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
