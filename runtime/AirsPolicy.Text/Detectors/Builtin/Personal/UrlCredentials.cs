using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Secrets;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// The user and password that a URL carries before its host (RFC 3986, section 3.2.1). Where the password is a variable or a word that
/// stands for one there is nothing to find.
/// </summary>
[BuiltinDetector(
    "pii.url_credentials",
    Summary = "Finds the user and password that a URL carries.",
    Source = "RFC 3986, section 3.2.1, User Information"
)]
internal sealed class UrlCredentials : IBuiltinDetector
{
    public TextViewKind View => TextViewKind.Plain;

    public RequiredParts Required { get; } = RequiredParts.AnyOf("://");

    public BuiltinWindow Window { get; } = new(SearchValues.Create(":"), Gap: 520, Least: 1, Before: 0, After: 258, Context: 260);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        for (var from = 0; UserInformation.Next(text.Text, ref from) is { Length: > 0 } found;)
            matches.Add(found);
    }
}
