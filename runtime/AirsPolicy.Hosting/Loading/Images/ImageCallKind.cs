namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>By which instruction a method is called.</summary>
internal enum ImageCallKind
{
    /// <summary>A static method: <c>call</c>.</summary>
    Static,

    /// <summary>A method of an object, which may be absent: <c>callvirt</c>.</summary>
    Instance,

    /// <summary>A constructor of decimals: <c>newobj</c>, and <c>call</c> with a place to fill.</summary>
    Decimal,
}
