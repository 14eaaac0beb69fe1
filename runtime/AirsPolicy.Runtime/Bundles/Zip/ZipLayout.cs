namespace AirsPolicy.Runtime.Bundles.Zip;

/// <summary>
/// The fixed numbers of the archives we write and read (PKWARE APPNOTE 6.3): stored entries of one time, without platform attributes.
/// </summary>
internal static class ZipLayout
{
    public const uint LocalSignature = 0x04034B50;
    public const uint CentralSignature = 0x02014B50;
    public const uint EndSignature = 0x06054B50;
    public const int LocalSize = 30;
    public const int CentralSize = 46;
    public const int EndSize = 22;
    public const ushort Version = 20;

    /// <summary>Names are UTF-8.</summary>
    public const ushort Flags = 0x0800;

    /// <summary>1980-01-01, the first day that the format knows.</summary>
    public const ushort Date = 0x0021;
}
