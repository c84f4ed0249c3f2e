using System.Runtime.InteropServices;

namespace SavepointCli.Storage;

/// <summary>What .NET has no call for: creating a directory only if it is not there, and making directory entries durable.</summary>
internal static partial class NativeFileSystem
{
    private const int PosixAlreadyExists = 17;
    private const int WindowsAlreadyExists = 183;
    private const int ReadOnly = 0;

    // rwx for all, less what the umask takes away: what Directory.CreateDirectory asks for.
    private const uint AllPermissions = 0x1FF;

    /// <summary>Creates a directory whose parent exists; false if something of that name is there already, whoever created it.</summary>
    public static bool TryCreateDirectory(string path)
    {
        var (created, alreadyExists) = OperatingSystem.IsWindows()
            ? (CreateDirectoryW(path, 0), WindowsAlreadyExists)
            : (MakeDirectory(path, AllPermissions) == 0, PosixAlreadyExists);
        if (created)
        {
            return true;
        }

        return Marshal.GetLastPInvokeError() == alreadyExists
            ? false
            : throw new IOException($"cannot create directory {path}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Makes the names in a directory durable. Windows does so by itself.</summary>
    public static void SyncDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"cannot open directory {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        var synced = Synchronize(descriptor) == 0;
        var reason = synced ? "" : Marshal.GetLastPInvokeErrorMessage();
        _ = Close(descriptor);
        if (!synced)
        {
            throw new IOException($"cannot make the entries of directory {path} durable: {reason}");
        }
    }

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeDirectory(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);

    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateDirectoryW(string path, nint securityAttributes);
}
