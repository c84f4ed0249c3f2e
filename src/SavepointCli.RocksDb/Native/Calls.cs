using System.Runtime.InteropServices;

namespace SavepointCli.RocksDb.Native;

/// <summary>
/// The functions of RocksDB's C library that are called, as <c>rocksdb/c.h</c> declares them. An error comes back as text in the last
/// argument, which must be 0 before the call; see <see cref="RocksError"/>. A boolean is one byte, a size as wide as a pointer.
/// </summary>
internal static unsafe partial class Calls
{
    public const string Library = "rocksdb";

    private const string Prefix = "rocksdb_";

    [LibraryImport(Library, EntryPoint = Prefix + "free")]
    public static partial void Free(nint pointer);

    [LibraryImport(Library, EntryPoint = Prefix + "options_create")]
    public static partial nint CreateOptions();

    [LibraryImport(Library, EntryPoint = Prefix + "options_destroy")]
    public static partial void DestroyOptions(nint options);

    [LibraryImport(Library, EntryPoint = Prefix + "options_set_max_open_files")]
    public static partial void SetMaxOpenFiles(OptionsHandle options, int count);

    [LibraryImport(Library, EntryPoint = Prefix + "options_set_max_file_opening_threads")]
    public static partial void SetMaxFileOpeningThreads(OptionsHandle options, int count);

    [LibraryImport(Library, EntryPoint = Prefix + "options_set_skip_stats_update_on_db_open")]
    public static partial void SetSkipStatsUpdateOnOpen(OptionsHandle options, byte skip);

    [LibraryImport(Library, EntryPoint = Prefix + "options_set_info_log_level")]
    public static partial void SetInfoLogLevel(OptionsHandle options, int level);

    [LibraryImport(Library, EntryPoint = Prefix + "options_set_merge_operator")]
    public static partial void SetMergeOperator(OptionsHandle options, nint mergeOperator);

    [LibraryImport(Library, EntryPoint = Prefix + "mergeoperator_create")]
    public static partial nint CreateMergeOperator(
        nint state,
        delegate* unmanaged[Cdecl]<nint, void> destroy,
        delegate* unmanaged[Cdecl]<nint, byte*, nuint, byte*, nuint, byte**, nuint*, int, byte*, nuint*, byte*> mergeAll,
        delegate* unmanaged[Cdecl]<nint, byte*, nuint, byte**, nuint*, int, byte*, nuint*, byte*> mergeSome,
        delegate* unmanaged[Cdecl]<nint, byte*, nuint, void> deleteValue,
        delegate* unmanaged[Cdecl]<nint, byte*> name);

    [LibraryImport(Library, EntryPoint = Prefix + "list_column_families", StringMarshalling = StringMarshalling.Utf8)]
    public static partial byte** ListColumnFamilies(OptionsHandle options, string directory, out nuint count, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "list_column_families_destroy")]
    public static partial void DestroyColumnFamilyList(byte** names, nuint count);

    [LibraryImport(Library, EntryPoint = Prefix + "open_for_read_only_column_families", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OpenReadOnly(
        OptionsHandle options, string directory, int count, nint* names, nint* columnFamilyOptions, nint* columnFamilies, byte failOnLog, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "livefiles")]
    public static partial nint ListLiveFiles(DatabaseHandle database);

    [LibraryImport(Library, EntryPoint = Prefix + "livefiles_count")]
    public static partial int CountLiveFiles(nint files);

    [LibraryImport(Library, EntryPoint = Prefix + "livefiles_name")]
    public static partial nint NameLiveFile(nint files, int index);

    [LibraryImport(Library, EntryPoint = Prefix + "livefiles_destroy")]
    public static partial void DestroyLiveFileList(nint files);

    [LibraryImport(Library, EntryPoint = Prefix + "close")]
    public static partial void Close(nint database);

    [LibraryImport(Library, EntryPoint = Prefix + "column_family_handle_destroy")]
    public static partial void DestroyColumnFamily(nint columnFamily);

    [LibraryImport(Library, EntryPoint = Prefix + "readoptions_create")]
    public static partial nint CreateReadOptions();

    [LibraryImport(Library, EntryPoint = Prefix + "readoptions_destroy")]
    public static partial void DestroyReadOptions(nint options);

    [LibraryImport(Library, EntryPoint = Prefix + "readoptions_set_fill_cache")]
    public static partial void SetFillCache(ReadOptionsHandle options, byte fill);

    [LibraryImport(Library, EntryPoint = Prefix + "readoptions_set_verify_checksums")]
    public static partial void SetVerifyChecksums(ReadOptionsHandle options, byte verify);

    [LibraryImport(Library, EntryPoint = Prefix + "create_iterator_cf")]
    public static partial nint CreateIterator(DatabaseHandle database, ReadOptionsHandle options, ColumnFamilyHandle columnFamily);

    [LibraryImport(Library, EntryPoint = Prefix + "iter_destroy")]
    public static partial void DestroyIterator(nint iterator);

    [LibraryImport(Library, EntryPoint = Prefix + "iter_seek")]
    public static partial void Seek(nint iterator, byte* key, nuint length);

    [LibraryImport(Library, EntryPoint = Prefix + "iter_next")]
    public static partial void Next(nint iterator);

    // The next two only read fields, so they need not tell the garbage collector that native code runs.
    [LibraryImport(Library, EntryPoint = Prefix + "iter_valid"), SuppressGCTransition]
    public static partial byte IsValid(nint iterator);

    [LibraryImport(Library, EntryPoint = Prefix + "iter_key"), SuppressGCTransition]
    public static partial byte* Key(nint iterator, nuint* length);

    [LibraryImport(Library, EntryPoint = Prefix + "iter_value")]
    public static partial byte* Value(nint iterator, nuint* length);

    [LibraryImport(Library, EntryPoint = Prefix + "iter_get_error")]
    public static partial void GetError(nint iterator, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "options_set_create_if_missing")]
    public static partial void SetCreateIfMissing(OptionsHandle options, byte create);

    [LibraryImport(Library, EntryPoint = Prefix + "options_set_block_based_table_factory")]
    public static partial void SetTableFormat(OptionsHandle options, nint tableOptions);

    [LibraryImport(Library, EntryPoint = Prefix + "block_based_options_create")]
    public static partial nint CreateTableOptions();

    [LibraryImport(Library, EntryPoint = Prefix + "block_based_options_destroy")]
    public static partial void DestroyTableOptions(nint tableOptions);

    [LibraryImport(Library, EntryPoint = Prefix + "block_based_options_set_format_version")]
    public static partial void SetFormatVersion(nint tableOptions, int version);

    [LibraryImport(Library, EntryPoint = Prefix + "block_based_options_set_checksum")]
    public static partial void SetChecksum(nint tableOptions, byte checksum);

    [LibraryImport(Library, EntryPoint = Prefix + "open_column_families", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Open(
        OptionsHandle options, string directory, int count, nint* names, nint* columnFamilyOptions, nint* columnFamilies, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "create_column_family", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CreateColumnFamily(DatabaseHandle database, OptionsHandle options, string name, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "writeoptions_create")]
    public static partial nint CreateWriteOptions();

    [LibraryImport(Library, EntryPoint = Prefix + "writeoptions_destroy")]
    public static partial void DestroyWriteOptions(nint options);

    [LibraryImport(Library, EntryPoint = Prefix + "writeoptions_disable_WAL")]
    public static partial void DisableLog(WriteOptionsHandle options, int disable);

    [LibraryImport(Library, EntryPoint = Prefix + "put_cf")]
    public static partial void Put(
        DatabaseHandle database, WriteOptionsHandle options, ColumnFamilyHandle columnFamily, byte* key, nuint keyLength, byte* value, nuint valueLength, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "merge_cf")]
    public static partial void Merge(
        DatabaseHandle database, WriteOptionsHandle options, ColumnFamilyHandle columnFamily, byte* key, nuint keyLength, byte* value, nuint valueLength, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "delete_cf")]
    public static partial void Delete(
        DatabaseHandle database, WriteOptionsHandle options, ColumnFamilyHandle columnFamily, byte* key, nuint keyLength, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "get_pinned_cf")]
    public static partial nint Get(
        DatabaseHandle database, ReadOptionsHandle options, ColumnFamilyHandle columnFamily, byte* key, nuint keyLength, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "pinnableslice_value")]
    public static partial byte* ValueOf(nint pinned, nuint* length);

    [LibraryImport(Library, EntryPoint = Prefix + "pinnableslice_destroy")]
    public static partial void DestroyPinned(nint pinned);

    [LibraryImport(Library, EntryPoint = Prefix + "writebatch_create")]
    public static partial nint CreateBatch();

    [LibraryImport(Library, EntryPoint = Prefix + "writebatch_destroy")]
    public static partial void DestroyBatch(nint batch);

    [LibraryImport(Library, EntryPoint = Prefix + "writebatch_clear")]
    public static partial void ClearBatch(BatchHandle batch);

    [LibraryImport(Library, EntryPoint = Prefix + "writebatch_put_cf")]
    public static partial void PutInto(
        BatchHandle batch, ColumnFamilyHandle columnFamily, byte* key, nuint keyLength, byte* value, nuint valueLength);

    [LibraryImport(Library, EntryPoint = Prefix + "write")]
    public static partial void Write(DatabaseHandle database, WriteOptionsHandle options, BatchHandle batch, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "create_snapshot")]
    public static partial nint CreateSnapshot(DatabaseHandle database);

    [LibraryImport(Library, EntryPoint = Prefix + "release_snapshot")]
    public static partial void ReleaseSnapshot(nint database, nint snapshot);

    [LibraryImport(Library, EntryPoint = Prefix + "readoptions_set_snapshot")]
    public static partial void SetSnapshot(ReadOptionsHandle options, nint snapshot);

    [LibraryImport(Library, EntryPoint = Prefix + "checkpoint_object_create")]
    public static partial nint CreateCheckpointObject(DatabaseHandle database, ref nint error);

    [LibraryImport(Library, EntryPoint = Prefix + "checkpoint_object_destroy")]
    public static partial void DestroyCheckpointObject(nint checkpoint);

    [LibraryImport(Library, EntryPoint = Prefix + "checkpoint_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void CreateCheckpoint(nint checkpoint, string directory, ulong logSizeForFlush, ref nint error);
}
