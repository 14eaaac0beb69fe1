using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>Reads policy files into trees; what cannot be read is one diagnostic.</summary>
internal sealed class PackageFileReader(PackageLimits limits, DiagnosticBag diagnostics)
{
    private long _total;

    /// <summary>Whether the files read so far are more than the limits allow together.</summary>
    public bool IsOverTotal => _total > limits.TotalBytes;

    /// <summary>The tree of a file, or null where it cannot be read.</summary>
    /// <param name="root">The folder that links may not leave, as a full path.</param>
    /// <param name="relative">The file, relative to <paramref name="root"/>.</param>
    /// <param name="shown">The path that diagnostics show.</param>
    public SyntaxTree? Read(string root, string relative, string shown)
    {
        try
        {
            var place = FolderPath.Resolve(root, relative, out _);
            if (place is null)
                return Fail(PackageDiagnostics.LeadsOutside, shown);
            return Parse(Utf8File.ReadBytes(place, limits.FileBytes), shown, Path.GetFileName(relative));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Fail(PackageDiagnostics.Unreadable, shown, Utf8File.Reason(failure));
        }
    }

    /// <summary>The tree of a stream, or null where it cannot be read.</summary>
    /// <param name="shown">What diagnostics call it.</param>
    public SyntaxTree? Read(Stream input, string shown)
    {
        try
        {
            return Parse(Utf8File.ReadBytes(input, limits.FileBytes), shown, shown);
        }
        catch (IOException failure)
        {
            return Fail(PackageDiagnostics.Unreadable, shown, Utf8File.Reason(failure));
        }
    }

    private SyntaxTree? Parse(byte[]? bytes, string shown, string name)
    {
        if (bytes is null)
            return Fail(PackageDiagnostics.TooLarge, shown, Size(limits.FileBytes));
        _total += bytes.Length;
        if (IsOverTotal)
            return null;
        var content = Utf8File.Decode(bytes, out var problem);
        return content is null ? Fail(PackageDiagnostics.NotText, shown, problem!) : SyntaxTree.Parse(new SourceText(shown, name, content));
    }

    /// <summary>A number of bytes as people read it: "8 MiB".</summary>
    internal static string Size(long bytes) => bytes % (1 << 20) == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");

    private SyntaxTree? Fail(DiagnosticDescriptor descriptor, string shown, params ReadOnlySpan<string> arguments)
    {
        diagnostics.Report(descriptor, SourceText.From("", shown), default, arguments);
        return null;
    }
}
