using System.Net;

namespace AirsPolicy.Site.Pages;

/// <summary>Code as HTML. A wide block scrolls, and the keyboard reaches it.</summary>
internal static class CodeHtml
{
    public static string Of(string language, string code) =>
        $"<pre tabindex=\"0\"><code>{(language == "airs" ? PolicyHtml.Of(code) : WebUtility.HtmlEncode(code))}</code></pre>\n";

    /// <summary>The heading of a file that is shown as code, with where it lies.</summary>
    public static string Heading(string name, string path) =>
        $"<h1>{WebUtility.HtmlEncode(name)}</h1>\n<p><code>{WebUtility.HtmlEncode(path)}</code></p>\n";
}
