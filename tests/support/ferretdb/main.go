// Command ferretdb is the server for tests that speaks MongoDB's wire protocol:
// FerretDB 1.24 embedded, with its SQLite backend (or a PostgreSQL server).
//
// FerretDB itself listens on a Unix socket. Clients talk to a gate in front of it
// that makes up for three things FerretDB 1.x lacks and Payload's adapter relies on:
// write commands are atomic, findAndModify accepts a projection, and a duplicate key is reported
// with its index and key.
//
// It prints its connection string as one line on standard output once the port is open, and stops
// on SIGTERM, SIGINT or, with -stdin, when standard input closes.
package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/FerretDB/FerretDB/ferretdb"
	"go.mongodb.org/mongo-driver/bson"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "ferretdb:", err)
		os.Exit(1)
	}
}

func run() error {
	listen := flag.String("listen", "127.0.0.1:0", "loopback address; port 0 picks a free one")
	dir := flag.String("dir", "", "directory of the SQLite files; empty: a temporary one, removed at the end")
	postgres := flag.String("postgres", "", "PostgreSQL connection string; set: that backend instead of SQLite")
	stdin := flag.Bool("stdin", false, "stop when standard input closes (a test runner that died)")
	verbose := flag.Bool("verbose", false, "log every command on standard error")
	flag.Parse()

	// The server has no log-in: never let it be reached from elsewhere.
	host, _, err := net.SplitHostPort(*listen)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return fmt.Errorf("%s is not a loopback address", *listen)
	}

	temp, err := os.MkdirTemp("", "ferretdb-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(temp) }()

	level := slog.LevelError
	if *verbose {
		level = slog.LevelDebug
	}
	socket := filepath.Join(temp, "socket")
	config := &ferretdb.Config{
		Listener: ferretdb.ListenerConfig{Unix: socket},
		Logger:   slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})),
	}
	if *postgres != "" {
		config.Handler, config.PostgreSQLURL = "postgresql", *postgres
	} else {
		if config.Handler, config.SQLiteURL, err = sqlite(temp, *dir); err != nil {
			return err
		}
	}

	server, err := ferretdb.New(config)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *listen)
	if err != nil {
		return err
	}

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	if *stdin {
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			stop()
		}()
	}

	go (&gate{socket: socket}).serve(listener)
	// FerretDB's listener is open since New, so the first command already gets its answer.
	fmt.Printf("mongodb://%s/\n", listener.Addr())

	done := make(chan error, 1)
	go func() { done <- server.Run(ctx) }()
	<-ctx.Done()
	_ = listener.Close()

	// Run waits for open connections; clients of a test run may still hold some.
	select {
	case err = <-done:
	case <-time.After(2 * time.Second):
	}

	return err
}

// sqlite returns handler and URL for the files in dir. They need not survive a power failure.
func sqlite(temp, dir string) (handler, url string, err error) {
	if dir == "" {
		dir = filepath.Join(temp, "data")
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return "", "", err
	}
	if err = os.MkdirAll(dir, 0o700); err != nil {
		return "", "", err
	}

	return "sqlite", "file:" + dir + "/?_pragma=synchronous(off)", nil
}

// Wire protocol: https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
const (
	headerLen  = 16
	maxLen     = 48_000_000
	opMsg      = 2013
	moreToCome = 1 << 1 // the client expects no reply
	checksum   = 1 << 0

	duplicateKey = 11000
)

// writes are the commands that run one at a time.
var writes = map[string]bool{
	"insert": true, "update": true, "delete": true, "findAndModify": true, "findandmodify": true,
	"create": true, "createIndexes": true, "collMod": true, "drop": true, "dropDatabase": true,
	"dropIndexes": true, "renameCollection": true,
}

// gate forwards frames between clients and FerretDB.
type gate struct {
	socket string
	write  sync.Mutex
}

func (g *gate) serve(listener net.Listener) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			defer client.Close()
			server, err := net.Dial("unix", g.socket)
			if err != nil {
				fmt.Fprintln(os.Stderr, "ferretdb:", err)
				return
			}
			defer server.Close()
			for {
				if err := g.forward(client, server); err != nil {
					if !errors.Is(err, io.EOF) && !errors.Is(err, net.ErrClosed) && !errors.Is(err, syscall.ECONNRESET) {
						fmt.Fprintln(os.Stderr, "ferretdb:", err)
					}
					return
				}
			}
		}()
	}
}

// forward handles one request and its reply.
func (g *gate) forward(client, server net.Conn) error {
	request, err := readFrame(client)
	if err != nil {
		return err
	}
	silent := false
	reply, err := func() ([]byte, error) {
		if binary.LittleEndian.Uint32(request[12:]) != opMsg {
			return exchange(server, request)
		}
		flags := binary.LittleEndian.Uint32(request[headerLen:])
		silent = flags&moreToCome != 0
		// FerretDB would answer in any case.
		binary.LittleEndian.PutUint32(request[headerLen:], flags&^uint32(moreToCome))
		name := commandName(request)
		if !writes[name] {
			return exchange(server, request)
		}
		g.write.Lock()
		defer g.write.Unlock()

		return exchangeWrite(server, request, name)
	}()
	if err != nil || silent {
		return err
	}
	_, err = client.Write(reply)

	return err
}

func exchangeWrite(server net.Conn, request []byte, name string) ([]byte, error) {
	if strings.EqualFold(name, "findAndModify") && bytes.Contains(request, []byte("\x03fields\x00")) {
		command, err := parseCommand(request)
		if err != nil {
			return nil, err
		}
		// "support for field fields is not implemented yet": the whole document is returned instead.
		if request, err = buildFrame(request, without(command, "fields")); err != nil {
			return nil, err
		}
	}

	reply, err := exchange(server, request)
	if err != nil || !(bytes.Contains(reply, []byte("E11000")) || bytes.Contains(reply, []byte("UNIQUE constraint"))) {
		return reply, err
	}

	return explainDuplicate(server, request, reply)
}

var uniqueIndex = regexp.MustCompile(`UNIQUE constraint failed: index '([^']+)'`)

// explainDuplicate adds index and key to the errors about a duplicate key, as MongoDB reports them.
func explainDuplicate(server net.Conn, request, reply []byte) ([]byte, error) {
	command, err := parseCommand(request)
	if err != nil {
		return nil, err
	}
	answer, err := parseCommand(reply)
	if err != nil {
		return nil, err
	}
	name := command[0].Key
	collection, _ := command[0].Value.(string)
	database, _ := get(command, "$db").(string)
	if collection == "" {
		return reply, nil
	}
	indexes, err := uniqueIndexes(server, database, collection)
	if err != nil {
		return nil, err
	}

	describe := func(written bson.D, index *index) (bson.D, error) {
		if index == nil {
			var err error
			if index, err = violated(server, database, collection, indexes, written); err != nil {
				return nil, err
			}
		}
		message := fmt.Sprintf("E11000 duplicate key error collection: %s.%s", database, collection)
		detail := bson.D{{Key: "code", Value: int32(duplicateKey)}, {Key: "codeName", Value: "DuplicateKey"}}
		if index != nil {
			key := bson.D{}
			for _, path := range index.paths() {
				value, _ := lookup(written, path)
				key = append(key, bson.E{Key: path, Value: value})
			}
			text, _ := bson.MarshalExtJSON(key, false, false)
			message += fmt.Sprintf(" index: %s dup key: %s", index.name, text)
			detail = append(detail, bson.E{Key: "keyPattern", Value: index.key}, bson.E{Key: "keyValue", Value: key})
		}

		return append(detail, bson.E{Key: "errmsg", Value: message}), nil
	}

	if errs, ok := get(answer, "writeErrors").(bson.A); ok {
		for i, entry := range errs {
			entry, _ := entry.(bson.D)
			if number(get(entry, "code")) != duplicateKey {
				continue
			}
			at := number(get(entry, "index"))
			detail, err := describe(written(command, name, at), nil)
			if err != nil {
				return nil, err
			}
			errs[i] = append(bson.D{{Key: "index", Value: int32(at)}}, without(detail, "codeName")...)
		}

		return buildFrame(reply, answer)
	}

	message, _ := get(answer, "errmsg").(string)
	match := uniqueIndex.FindStringSubmatch(message)
	if number(get(answer, "code")) != duplicateKey && match == nil {
		return reply, nil
	}
	var found *index
	for i := range indexes {
		if match != nil && strings.HasSuffix(match[1], "_"+indexes[i].name) &&
			(found == nil || len(indexes[i].name) > len(found.name)) {
			found = &indexes[i]
		}
	}
	// FerretDB does not say which statement of several failed; the adapter sends one at a time.
	detail, err := describe(written(command, name, 0), found)
	if err != nil {
		return nil, err
	}
	if name == "update" {
		entry := append(bson.D{{Key: "index", Value: int32(0)}}, without(detail, "codeName")...)
		answer = bson.D{
			{Key: "n", Value: int32(0)}, {Key: "nModified", Value: int32(0)},
			{Key: "writeErrors", Value: bson.A{entry}}, {Key: "ok", Value: float64(1)},
		}
	} else {
		answer = append(bson.D{{Key: "ok", Value: float64(0)}}, detail...)
	}

	return buildFrame(reply, answer)
}

// written is the document that the at-th statement of a command tried to write, as far as the command tells.
func written(command bson.D, name string, at int) bson.D {
	field := map[string]string{"insert": "documents", "update": "updates"}[name]
	var statement bson.D
	if field == "" {
		statement = bson.D{{Key: "q", Value: get(command, "query")}, {Key: "u", Value: get(command, "update")}}
	} else if list, ok := get(command, field).(bson.A); ok && at < len(list) {
		statement, _ = list[at].(bson.D)
	}
	if name == "insert" {
		return statement
	}

	update, _ := get(statement, "u").(bson.D)
	if len(update) > 0 && !strings.HasPrefix(update[0].Key, "$") {
		return update
	}
	var result bson.D
	for _, operator := range []string{"$set", "$setOnInsert"} {
		fields, _ := get(update, operator).(bson.D)
		result = append(result, fields...)
	}
	query, _ := get(statement, "q").(bson.D)

	return append(result, query...)
}

type index struct {
	name string
	key  bson.D
}

func (i *index) paths() (paths []string) {
	for _, field := range i.key {
		paths = append(paths, field.Key)
	}

	return paths
}

func uniqueIndexes(server net.Conn, database, collection string) (indexes []index, err error) {
	answer, err := ask(server, bson.D{{Key: "listIndexes", Value: collection}, {Key: "$db", Value: database}})
	if err != nil {
		return nil, err
	}
	cursor, _ := get(answer, "cursor").(bson.D)
	batch, _ := get(cursor, "firstBatch").(bson.A)
	for _, entry := range batch {
		entry, _ := entry.(bson.D)
		name, _ := get(entry, "name").(string)
		key, _ := get(entry, "key").(bson.D)
		if unique, _ := get(entry, "unique").(bool); unique || name == "_id_" {
			indexes = append(indexes, index{name, key})
		}
	}

	return indexes, nil
}

// violated finds the index of which another document already holds the key.
func violated(server net.Conn, database, collection string, indexes []index, document bson.D) (*index, error) {
	for i := range indexes {
		filter := bson.D{}
		for _, path := range indexes[i].paths() {
			if value, ok := lookup(document, path); ok && value != nil {
				filter = append(filter, bson.E{Key: path, Value: bson.D{{Key: "$eq", Value: value}}})
			}
		}
		if len(filter) < len(indexes[i].key) {
			continue
		}
		answer, err := ask(server, bson.D{
			{Key: "find", Value: collection}, {Key: "filter", Value: filter}, {Key: "limit", Value: int32(1)},
			{Key: "singleBatch", Value: true}, {Key: "$db", Value: database},
		})
		if err != nil {
			return nil, err
		}
		cursor, _ := get(answer, "cursor").(bson.D)
		if batch, _ := get(cursor, "firstBatch").(bson.A); len(batch) > 0 {
			return &indexes[i], nil
		}
	}

	return nil, nil
}

// lookup finds a dotted path, also one that an update operator names as a whole.
func lookup(document bson.D, path string) (any, bool) {
	for _, field := range document {
		if field.Key == path {
			return field.Value, true
		}
		if rest, ok := strings.CutPrefix(path, field.Key+"."); ok {
			if inner, ok := field.Value.(bson.D); ok {
				return lookup(inner, rest)
			}
		}
	}

	return nil, false
}

func get(document bson.D, key string) any {
	for _, field := range document {
		if field.Key == key {
			return field.Value
		}
	}

	return nil
}

func without(document bson.D, key string) (rest bson.D) {
	for _, field := range document {
		if field.Key != key {
			rest = append(rest, field)
		}
	}

	return rest
}

func number(value any) int {
	switch value := value.(type) {
	case int32:
		return int(value)
	case int64:
		return int(value)
	case float64:
		return int(value)
	}

	return -1
}

// ask sends an own command between a client's request and its reply.
func ask(server net.Conn, command bson.D) (bson.D, error) {
	header := make([]byte, headerLen)
	binary.LittleEndian.PutUint32(header[12:], opMsg)
	frame, err := buildFrame(header, command)
	if err != nil {
		return nil, err
	}
	if frame, err = exchange(server, frame); err != nil {
		return nil, err
	}

	return parseCommand(frame)
}

func exchange(server net.Conn, request []byte) ([]byte, error) {
	if _, err := server.Write(request); err != nil {
		return nil, err
	}

	return readFrame(server)
}

func readFrame(r io.Reader) ([]byte, error) {
	var length [4]byte
	if _, err := io.ReadFull(r, length[:]); err != nil {
		return nil, err
	}
	n := binary.LittleEndian.Uint32(length[:])
	if n < headerLen+5 || n > maxLen {
		return nil, fmt.Errorf("frame of %d bytes", n)
	}
	frame := make([]byte, n)
	copy(frame, length[:])
	_, err := io.ReadFull(r, frame[4:])

	return frame, err
}

// sections calls f for every section of an OP_MSG frame.
func sections(frame []byte, f func(identifier string, documents []byte) error) error {
	end := len(frame)
	if binary.LittleEndian.Uint32(frame[headerLen:])&checksum != 0 {
		end -= 4
	}
	for rest := frame[headerLen+4 : end]; len(rest) > 0; {
		kind := rest[0]
		rest = rest[1:]
		if len(rest) < 4 {
			return io.ErrUnexpectedEOF
		}
		n := binary.LittleEndian.Uint32(rest)
		if n < 5 || int(n) > len(rest) {
			return io.ErrUnexpectedEOF
		}
		section, identifier := rest[:n], ""
		rest = rest[n:]
		if kind == 1 {
			name, documents, ok := bytes.Cut(section[4:], []byte{0})
			if !ok {
				return io.ErrUnexpectedEOF
			}
			identifier, section = string(name), documents
		}
		if err := f(identifier, section); err != nil {
			return err
		}
	}

	return nil
}

func commandName(frame []byte) (name string) {
	_ = sections(frame, func(identifier string, document []byte) error {
		if identifier == "" && len(document) > 5 {
			key, _, _ := bytes.Cut(document[5:], []byte{0})
			name = string(key)
		}

		return nil
	})

	return name
}

// parseCommand is the command or reply of a frame, with document sequences as arrays.
func parseCommand(frame []byte) (command bson.D, err error) {
	var sequences bson.D
	err = sections(frame, func(identifier string, documents []byte) error {
		if identifier == "" {
			return bson.Unmarshal(documents, &command)
		}
		list := bson.A{}
		for len(documents) >= 4 {
			n := binary.LittleEndian.Uint32(documents)
			if n < 5 || int(n) > len(documents) {
				return io.ErrUnexpectedEOF
			}
			var document bson.D
			if err := bson.Unmarshal(documents[:n], &document); err != nil {
				return err
			}
			list, documents = append(list, document), documents[n:]
		}
		sequences = append(sequences, bson.E{Key: identifier, Value: list})

		return nil
	})
	if err == nil && len(command) == 0 {
		err = errors.New("frame without a command")
	}

	return append(command, sequences...), err
}

// buildFrame puts a document into a frame with the identifiers of an existing one.
func buildFrame(like []byte, document bson.D) ([]byte, error) {
	body, err := bson.Marshal(document)
	if err != nil {
		return nil, err
	}
	frame := make([]byte, headerLen+5, headerLen+5+len(body)) // no flags, section of kind 0
	copy(frame, like[:headerLen])
	frame = append(frame, body...)
	binary.LittleEndian.PutUint32(frame, uint32(len(frame)))

	return frame, nil
}
