using System.Collections.Immutable;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>What the server takes from its surroundings.</summary>
public sealed record LanguageServerOptions
{
    /// <summary>Where the server writes its own faults, one or more lines each; the client's output window usually shows it.</summary>
    public TextWriter Log { get; init; } = TextWriter.Null;

    /// <summary>
    /// Folders with packages that <c>use</c> and <c>extends</c> may name, beside the editor's own folders; the first that has a name
    /// counts. Never default.
    /// </summary>
    public ImmutableArray<string> LibraryFolders { get; init; } = [];

    /// <summary>
    /// The most bytes of one message, 16 MiB unless said; a larger one is passed over and answered with an error. At least 1 KiB.
    /// </summary>
    public int MaxMessageBytes { get; init; } = 16 << 20;

    /// <summary>
    /// The clock by which diagnostics are not put off for too long while messages keep coming, and by whose day waivers and reviews are
    /// judged.
    /// </summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
