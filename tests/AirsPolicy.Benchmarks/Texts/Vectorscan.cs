using System.Runtime.InteropServices;
using System.Text;

namespace AirsPolicy.Benchmarks.Texts;

/// <summary>
/// The library that filters network traffic by patterns, where it is installed (Debian: libvectorscan-dev): what fast is for a search of
/// many patterns.
/// </summary>
internal sealed class Vectorscan : IDisposable
{
    private const string Library = "libhs.so.5";
    private const uint Caseless = 1, BlockMode = 1;

    private readonly OnMatch _count;
    private readonly byte[] _text;
    private readonly nint _database;
    private readonly nint _scratch;

    private Vectorscan(nint database, string text)
    {
        _database = database;
        _text = Encoding.UTF8.GetBytes(text);
        _count = Count;
        Check(hs_alloc_scratch(database, ref _scratch));
    }

    private delegate int OnMatch(uint id, ulong from, ulong to, uint flags, nint context);

    /// <summary>
    /// How often it has reported something in the last scan: every end of a match, where patterns can end in several places.
    /// </summary>
    public int Reported { get; private set; }

    /// <summary>A scan for patterns over a text, or null where the library is not installed.</summary>
    public static Vectorscan? Of(IReadOnlyList<string> patterns, string text)
    {
        if (!NativeLibrary.TryLoad(Library, out _)) return null;
        var expressions = patterns.Select(Marshal.StringToCoTaskMemUTF8).ToArray();
        var (flags, ids) = (
            Enumerable.Repeat(Caseless, patterns.Count).ToArray(),
            Enumerable.Range(0, patterns.Count).Select(id => (uint)id).ToArray());
        var result = hs_compile_multi(expressions, flags, ids, (uint)patterns.Count, BlockMode, 0, out var database, out var error);
        Array.ForEach(expressions, Marshal.FreeCoTaskMem);
        if (result != 0) throw new InvalidOperationException(Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(error)));
        return new Vectorscan(database, text);
    }

    public void Scan()
    {
        Reported = 0;
        Check(hs_scan(_database, _text, (uint)_text.Length, 0, _scratch, _count, 0));
    }

    public void Dispose()
    {
        _ = hs_free_scratch(_scratch);
        _ = hs_free_database(_database);
    }

    private int Count(uint id, ulong from, ulong to, uint flags, nint context)
    {
        Reported++;
        return 0;
    }

    private static void Check(int result)
    {
        if (result != 0) throw new InvalidOperationException($"The library gave the error {result}.");
    }

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int hs_compile_multi(
        nint[] expressions,
        uint[] flags,
        uint[] ids,
        uint elements,
        uint mode,
        nint platform,
        out nint database,
        out nint error);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int hs_alloc_scratch(nint database, ref nint scratch);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int hs_scan(nint database, byte[] data, uint length, uint flags, nint scratch, OnMatch onEvent, nint context);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int hs_free_scratch(nint scratch);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int hs_free_database(nint database);
}
